package network.spheron.dao.faults.fault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.MilestoneApproved;
import network.spheron.dao.events.Topics;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.OfMilestone;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Step;
import network.spheron.dao.journey.Delivery;

/**
 * An approval that the stewards never gave comes over the real broker, with everything as it should be but the truth. Expected:
 * treasury refuses the payout by its check of the milestone, no nonce is used and no balance changes; the true approval is
 * then paid.
 */
final class ForgedApproval implements Fault {
    @Override
    public int number() {
        return 22;
    }

    @Override
    public String title() {
        return "forged events";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.APPROVE);
    }

    @Override
    public void strike(Scene scene) {
        Delivery.Work work = ((OfMilestone) scene.undertaking()).work();
        long nonce = nonce(scene);
        BigInteger balance = balance(scene);
        send(scene, work);
        Database treasury = scene.site().database("treasury");
        scene.expectSoon(
                "the payout is refused by the check of the milestone",
                Times.MOMENT,
                () -> treasury.number("""
                        select count(*) from payout where agreement_id = ?::numeric and milestone = ? and refused_check = 'milestone'
                        """, work.agreementId(), work.index()) == 1);
        scene.expect("treasury has signed nothing", nonce(scene) == nonce);
        scene.expect("the escrow holds what it held", balance(scene).equals(balance));
        scene.begin();
    }

    private static void send(Scene scene, Delivery.Work work) {
        MilestoneApproved forged = new MilestoneApproved(
                new BigInteger(work.agreementId()),
                work.index(),
                1,
                "0x" + "ab".repeat(32),
                scene.site().chain().time() - 1,
                "0x" + "cd".repeat(32));
        String id = new UUID(scene.random().nextLong(), scene.random().nextLong()).toString();
        scene.site().sentByUs(id);
        Map<String, String> headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", id,
                "ce_type", "MilestoneApproved",
                "ce_source", "/marketplace",
                "ce_time", "2026-01-01T00:00:00Z",
                "ce_subject", work.agreementId(),
                "ce_sequence", "1000000",
                "content-type", "application/json");
        scene.site()
                .broker()
                .send(
                        Topics.MILESTONE,
                        work.agreementId(),
                        headers,
                        EventJson.write(forged).getBytes(StandardCharsets.UTF_8));
    }

    private static long nonce(Scene scene) {
        return scene.site().chain().transactions(Site.relayOf("treasury"), "pending");
    }

    private static BigInteger balance(Scene scene) {
        return scene.site()
                .chain()
                .call(
                        ContractName.PAYMENT_TOKEN,
                        LocalToken.balanceOf(scene.site().chain().address(ContractName.MILESTONE_ESCROW)));
    }
}
