package network.spheron.dao.web;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.KeyAlreadyUsed;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.Roles;

/** An API in which everything goes wrong that can. */
@Path("/api/samples")
public class SampleResource {
    private final Caller caller;

    SampleResource(Caller caller) {
        this.caller = caller;
    }

    /** What it takes. */
    public record Sample(String title, Inner inner) {}

    /** A nested value. */
    public record Inner(BigInteger cap) {}

    static final class BiddingClosed extends Refusal {
        BiddingClosed() {
            super(409, "bidding-closed", "bidding closed at 17", Map.of("biddingEnds", 17));
        }
    }

    @POST
    public String take(Sample sample) {
        return sample.title();
    }

    @GET
    @Path("me")
    public String me() {
        return caller.personId();
    }

    @GET
    @Path("steward")
    @RolesAllowed(Roles.STEWARD)
    public String steward() {
        return caller.name();
    }

    @GET
    @Path("portal")
    @RolesAllowed(Roles.STEWARD)
    public String namedAsThePagesTenant() {
        return caller.name();
    }

    @GET
    @Path("wallet")
    public String wallet() {
        caller.requireWallet(ShowcasePages.WALLET);
        return "yours";
    }

    @GET
    @Path("failing/{how}")
    public String fail(String how) {
        throw switch (how) {
            case "refused" -> new BiddingClosed();
            case "amount" -> new InvalidField("price", "must be more than zero");
            case "reverted" -> new CallReverted("BiddingClosed", "BiddingClosed(biddingEnds=17)");
            case "unavailable" -> new ChainUnavailable("no answer from http://10.0.0.1", new IllegalStateException());
            case "under-way" -> new KeyAlreadyUsed("sip:7:queue");
            case "overlapped" -> new OptimisticLockException("secret row");
            case "overlapped-at-commit" -> atCommit(new OptimisticLockException("secret row"));
            default -> new IllegalStateException("secret inside");
        };
    }

    /** As it comes out of a transactional bean whose transaction cannot be committed. */
    private static RuntimeException atCommit(OptimisticLockException cause) {
        RollbackException refused = new RollbackException("could not commit");
        refused.initCause(cause);
        return new ArcUndeclaredThrowableException(refused);
    }
}
