package network.spheron.dao.marketplace.workstream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The texts of SIPs on chain. */
@ApplicationScoped
class PurposeTexts implements PanacheRepositoryBase<PurposeText, String> {}
