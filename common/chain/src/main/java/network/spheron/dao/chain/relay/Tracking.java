package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeRefused;
import network.spheron.dao.chain.node.Receipt;

/** Follows transactions from the node's pool into a final block. */
@Singleton
class Tracking {
    private final Submissions submissions;
    private final Settling settling;
    private final Batching batching;
    private final NodeConnection node;
    private final ChainClock clock;
    private final ChainConfig config;

    Tracking(
            Submissions submissions,
            Settling settling,
            Batching batching,
            NodeConnection node,
            ChainClock clock,
            ChainConfig config) {
        this.submissions = submissions;
        this.settling = settling;
        this.batching = batching;
        this.node = node;
        this.clock = clock;
        this.config = config;
    }

    List<UnderWay> underWay() {
        return QuarkusTransaction.requiringNew()
                .call(() -> submissions.underWay().stream()
                        .map(submission -> new UnderWay(
                                submission.id(),
                                submission.isMined(),
                                submission.toAddress(),
                                submission.data(),
                                validAttempts(submission)))
                        .toList());
    }

    private List<Attempt> validAttempts(Submission submission) {
        return submissions.attempts(submission.id()).stream()
                .filter(submission::goesBy)
                .toList();
    }

    /** Records what has become of each; those without a receipt are returned. */
    List<UnderWay> update(List<UnderWay> underWay) {
        if (underWay.isEmpty()) return underWay;
        // Final only when this service's read models show the effect: whoever waits for it reads them next.
        long followed = clock.followed().number();
        Map<String, Receipt> receipts = node
                .receipts(underWay.stream()
                        .flatMap(submission -> submission.attempts().stream().map(Attempt::hash))
                        .toList())
                .stream()
                .collect(Collectors.toMap(Receipt::transactionHash, Function.identity()));
        underWay.forEach(submission -> update(submission, receipts, followed));
        return underWay.stream()
                .filter(submission -> submission.receipt(receipts).isEmpty()
                        && submission.receiptOfNoOp(receipts).isEmpty())
                .toList();
    }

    private void update(UnderWay submission, Map<String, Receipt> receipts, long followed) {
        Optional<Receipt> receipt = submission.receipt(receipts);
        if (receipt.isPresent()) {
            mined(submission, receipt.get(), receipt.get().blockNumber() <= followed);
            return;
        }
        notMined(submission);
        submission
                .receiptOfNoOp(receipts)
                .filter(nothing -> nothing.blockNumber() <= followed)
                .ifPresent(nothing -> change(submission, Submission::lostNonce));
    }

    /** Gives up the nonce of a transaction that can never be mined, because another one with it is final. */
    boolean gaveUp(UnderWay submission) {
        Attempt newest = submission.newest();
        if (newest.nonce() >= node.transactionCount(newest.sender(), At.FINAL)) return false;
        List<String> hashes = submission.attempts().stream().map(Attempt::hash).toList();
        if (!node.receipts(hashes).isEmpty()) return false;
        change(submission, Submission::lostNonce);
        return true;
    }

    private void mined(UnderWay submission, Receipt receipt, boolean isFinal) {
        if (!isFinal) {
            if (!submission.mined()) change(submission, stored -> stored.mined(receipt));
        } else if (receipt.succeeded()) {
            // The common call last: while it is under way, what could not be settled is tried again.
            if (batching.settle(submission.id(), receipt)) {
                change(submission, stored -> settling.complete(stored, receipt));
            }
        } else {
            String sender = submission.newest().sender();
            change(submission, stored -> reverted(stored, sender, receipt));
        }
    }

    // It may have been mined before what it needs.
    private void reverted(Submission submission, String sender, Receipt receipt) {
        if (submission.mayBeRepeated(config.repeats()) && wouldSucceed(submission, sender)) {
            settling.repeat(submission, receipt);
        } else {
            submission.mined(receipt);
            settling.refuse(submission, reason(submission, sender, receipt));
        }
    }

    private boolean wouldSucceed(Submission submission, String sender) {
        try {
            node.call(sender, submission.toAddress(), submission.data(), At.PENDING);
            return true;
        } catch (CallReverted e) {
            return false;
        }
    }

    private void notMined(UnderWay submission) {
        if (submission.mined()) change(submission, settling::reopen);
    }

    // Another replica may have seen the same earlier, and sent it anew with another nonce: what was seen here is void
    // then.
    private void change(UnderWay seen, Consumer<Submission> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Submission submission = submissions.locked(seen.id());
            if (submission.isUnderWay() && submission.goesBy(seen.newest())) change.accept(submission);
        });
    }

    // A receipt gives no reason. The same call meets it again before or after the block, unless another transaction of
    // that block both caused and ended it.
    private CallReverted reason(Submission submission, String sender, Receipt receipt) {
        return replay(submission, sender, At.block(receipt.blockNumber() - 1))
                .or(() -> replay(submission, sender, At.block(receipt.blockNumber())))
                .orElseGet(() -> new CallReverted("Reverted", "reverted in block " + receipt.blockNumber()));
    }

    private Optional<CallReverted> replay(Submission submission, String sender, At block) {
        try {
            node.call(sender, submission.toAddress(), submission.data(), block);
            return Optional.empty();
        } catch (CallReverted reason) {
            return Optional.of(reason);
        } catch (NodeRefused stateNoLongerKept) {
            return Optional.empty();
        }
    }
}
