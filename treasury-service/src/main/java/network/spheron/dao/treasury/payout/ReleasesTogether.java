package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.BatchedCall;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;

/** Milestones that are due together are released together; the escrow passes over those that it refuses. */
@ApplicationScoped
class ReleasesTogether implements BatchedCall {
    /** 0x, the selector, and the two words of {@code release(uint256,uint256)}. */
    private static final int SELECTOR_END = 10;

    private static final int WORD = 64;

    @Override
    public ContractName contract() {
        return ContractName.MILESTONE_ESCROW;
    }

    @Override
    public String function() {
        return "release";
    }

    @Override
    public FunctionCall<?> together(List<String> calls) {
        return MilestoneEscrow.releaseBatch(
                calls.stream().map(ReleasesTogether::due).toList());
    }

    @Override
    public boolean tookEffect(String call, List<NodeLog> logs) {
        MilestoneEscrow.Due due = due(call);
        return logs.stream()
                .filter(log -> log.topics().get(0).equals(MilestoneEscrow.MilestonePaid.TOPIC))
                .map(log -> MilestoneEscrow.MilestonePaid.decode(log.topics(), log.data()))
                .anyMatch(paid -> paid.agreementId().equals(due.agreementId())
                        && paid.milestone().equals(due.milestone()));
    }

    private static MilestoneEscrow.Due due(String call) {
        return new MilestoneEscrow.Due(word(call, 0), word(call, 1));
    }

    private static BigInteger word(String call, int index) {
        int from = SELECTOR_END + index * WORD;
        return new BigInteger(call.substring(from, from + WORD), 16);
    }
}
