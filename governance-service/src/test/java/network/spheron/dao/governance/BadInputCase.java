package network.spheron.dao.governance;

import io.restassured.response.Response;
import java.util.function.Function;

/**
 * A bad request and the answer that it must get.
 *
 * @param type the problem's type without its prefix
 */
record BadInputCase(String name, Function<BadInputWorld, Response> request, int status, String type) {
    @Override
    public String toString() {
        return name;
    }
}
