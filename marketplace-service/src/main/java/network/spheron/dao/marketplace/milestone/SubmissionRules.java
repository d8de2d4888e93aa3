package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.web.OwnTransaction;

/** When a milestone can be submitted, and what is signed or sent for it. */
@ApplicationScoped
class SubmissionRules {
    private static final String SUBMISSION_TYPE =
            "Submission(uint256 agreementId,uint256 milestone,uint256 round,bytes32 evidenceHash)";

    private final ChainReader chain;
    private final ChainClock clock;
    private final Escrow escrow;

    SubmissionRules(ChainReader chain, ChainClock clock, Escrow escrow) {
        this.chain = chain;
        this.clock = clock;
        this.escrow = escrow;
    }

    void require(Milestone milestone) {
        MilestoneStatus status = milestone.status();
        if (status != MilestoneStatus.PENDING && status != MilestoneStatus.SENT_BACK) {
            throw new NotSubmittable("This milestone waits for nothing from its contractor: " + status.words() + ".");
        }
        if (milestone.isAgreementEnded()) {
            throw new NotSubmittable("A vote has ended this agreement: nothing more can be submitted.");
        }
        if (!escrow.isInTurn(milestone.id())) {
            throw new NotSubmittable("The milestones of this agreement come in order: milestone "
                    + milestone.id().position() + " is approved first, or over.");
        }
        long dueAt = escrow.milestone(milestone.id()).dueAt();
        if (clock.now() > dueAt) {
            throw new NotSubmittable("This milestone was due at " + dueAt + " and was not submitted in time.");
        }
    }

    TypedData typedData(MilestoneId id, int round, String evidenceHash) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("agreementId", id.agreementId());
        message.put("milestone", id.position());
        message.put("round", round);
        message.put("evidenceHash", evidenceHash);
        SigningDomain domain = new SigningDomain(
                "MilestoneEscrow", "1", chain.chainId(), chain.address(ContractName.MILESTONE_ESCROW));
        return TypedData.of(domain, SUBMISSION_TYPE, message);
    }

    OwnTransaction ownTransaction(MilestoneId id, int round, String evidenceHash) {
        return OwnTransaction.call(
                chain.address(ContractName.MILESTONE_ESCROW),
                MilestoneEscrow.submit(
                                id.agreementId(),
                                BigInteger.valueOf(id.position()),
                                BigInteger.valueOf(round),
                                evidenceHash)
                        .data(),
                chain.chainId(),
                List.of("Submits milestone " + (id.position() + 1) + " of agreement " + id.agreementId() + ", round "
                        + round + ", straight to the MilestoneEscrow contract."));
    }

    /** The domain fact that a relayed submission brings about. */
    static String key(MilestoneId id, int round) {
        return "agreement:" + id.agreementId() + ":milestone:" + id.position() + ":round:" + round + ":submit";
    }
}
