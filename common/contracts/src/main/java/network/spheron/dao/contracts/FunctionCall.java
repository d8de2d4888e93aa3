package network.spheron.dao.contracts;

import java.util.function.Function;

/**
 * An encoded call of a contract function.
 *
 * @param name the function's name, for logs
 * @param data selector and arguments, 0x-prefixed hex
 * @param decoder turns the returned bytes (0x-prefixed hex) into the function's result
 */
public record FunctionCall<R>(String name, String data, Function<String, R> decoder) {
    /**
     * Decodes what the function returned.
     *
     * @throws IllegalArgumentException when the bytes do not have the declared shape
     */
    public R decode(String returned) {
        return decoder.apply(returned);
    }
}
