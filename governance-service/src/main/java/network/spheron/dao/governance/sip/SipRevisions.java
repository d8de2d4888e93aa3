package network.spheron.dao.governance.sip;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every revision of every SIP. */
@ApplicationScoped
class SipRevisions implements PanacheRepository<SipRevision> {
    List<SipRevision> of(long sipId) {
        return list("sipId", Sort.descending("number"), sipId);
    }
}
