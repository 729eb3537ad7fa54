/** An object of the API as arguments and tracked references know it: by the data that it shows. */
export abstract class ApiObject {
  abstract readonly target: object;
}
