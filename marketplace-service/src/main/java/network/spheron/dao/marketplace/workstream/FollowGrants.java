package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;

/** Makes a workstream of every mandate for a competition, with the terms that the Treasury contract granted it under. */
@ApplicationScoped
class FollowGrants implements ChainListener {
    private static final int COMPETITION = 1;

    private final Workstreams workstreams;

    FollowGrants(Workstreams workstreams) {
        this.workstreams = workstreams;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.TREASURY);
    }

    @Override
    public void on(ChainLog log) {
        if (!log.is(Treasury.MandateGranted.TOPIC)) {
            return;
        }
        Treasury.MandateGranted granted = Treasury.MandateGranted.decode(log.topics(), log.data());
        if (granted.terms().kind() == COMPETITION) {
            workstreams.persist(new Workstream(granted.mandateId(), Competition.of(granted.terms())));
        }
    }
}
