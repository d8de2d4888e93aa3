package network.spheron.dao.marketplace;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that must be refused, and how.
 *
 * @param who sends it; null for a visitor
 * @param body what is posted: a map, or JSON text; null for a request without a body
 * @param type the end of the problem's type
 */
record BadRequest(
        String name,
        Function<BadInputScene, @Nullable Person> who,
        boolean isPost,
        Function<BadInputScene, String> path,
        Function<BadInputScene, @Nullable Object> body,
        int status,
        String type) {
    @Override
    public String toString() {
        return name;
    }
}
