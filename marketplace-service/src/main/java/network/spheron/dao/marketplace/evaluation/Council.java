package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.StewardCouncil;
import org.jspecify.annotations.Nullable;

/** The stewards as the chain knows them now. */
@ApplicationScoped
public class Council {
    private static final String DECISION_TYPE = "Decision(address steward,string action,address target,uint256 subject,"
            + "uint256 part,uint256 round,bytes32 contentHash,bytes32 reasonHash,uint64 expiry)";

    private final ChainReader chain;
    private final ChainClock clock;
    private final AtomicReference<@Nullable Seats> seats = new AtomicReference<>();

    Council(ChainReader chain, ChainClock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** Who sits on the council, as read at a followed block. */
    private record Seats(long block, List<String> stewards, int threshold) {}

    /** All stewards, lower-case hex. */
    public List<String> stewards() {
        return seats().stewards();
    }

    /** How many of them must sign. */
    public int threshold() {
        return seats().threshold();
    }

    // Read once per followed block: a queue asks for every item in it.
    private Seats seats() {
        long block = clock.followed().number();
        Seats known = seats.get();
        if (known != null && known.block() == block) {
            return known;
        }
        Seats read = new Seats(
                block,
                chain.call(ContractName.STEWARD_COUNCIL, StewardCouncil.stewards()),
                chain.call(ContractName.STEWARD_COUNCIL, StewardCouncil.threshold())
                        .intValueExact());
        seats.set(read);
        return read;
    }

    /**
     * What one steward signs for a decision.
     *
     * @param expiry until when the signature is good, in seconds since the epoch
     */
    public TypedData typedData(StewardDecision decision, String steward, long expiry) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("steward", steward);
        message.put("action", decision.action().text());
        message.put("target", chain.address(decision.action().target()));
        message.put("subject", decision.subject());
        message.put("part", decision.part());
        message.put("round", decision.round());
        message.put("contentHash", decision.contentHash());
        message.put("reasonHash", decision.reasonHash());
        message.put("expiry", expiry);
        SigningDomain domain =
                new SigningDomain("StewardCouncil", "1", chain.chainId(), chain.address(ContractName.STEWARD_COUNCIL));
        return TypedData.of(domain, DECISION_TYPE, message);
    }
}
