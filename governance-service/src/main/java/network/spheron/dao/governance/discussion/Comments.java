package network.spheron.dao.governance.discussion;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All comments. */
@ApplicationScoped
class Comments implements PanacheRepository<Comment> {
    List<Comment> on(long sipId) {
        return list("sipId", Sort.ascending("id"), sipId);
    }
}
