package network.spheron.dao.marketplace.bid;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import network.spheron.dao.web.WebConfig;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the forms of the bid pages send: the same use cases as the API. */
@Path("/")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONTRACTOR)
@Blocking
class BidFormPages {
    private static final String MINE = "/contractor";

    private final PrepareBid prepareBid;
    private final SubmitBid submitBid;
    private final BondAllowance bond;
    private final WithdrawBid withdrawBid;
    private final WebConfig web;

    BidFormPages(
            PrepareBid prepareBid, SubmitBid submitBid, BondAllowance bond, WithdrawBid withdrawBid, WebConfig web) {
        this.prepareBid = prepareBid;
        this.submitBid = submitBid;
        this.bond = bond;
        this.withdrawBid = withdrawBid;
        this.web = web;
    }

    @POST
    @Path("/workstreams/{mandateId}/bid/request")
    public SignRequest request(BigInteger mandateId, MultivaluedMap<String, String> fields) {
        PreparedBid bid = prepare(mandateId, fields);
        return SignRequest.typedData(bid.typedData(), bid.words()).returning(id(bid));
    }

    @POST
    @Path("/workstreams/{mandateId}/bid/transaction")
    public SignRequest transaction(BigInteger mandateId, MultivaluedMap<String, String> fields) {
        PreparedBid bid = prepare(mandateId, fields);
        return SignRequest.transaction(bid.direct()).returning(id(bid));
    }

    private PreparedBid prepare(BigInteger mandateId, MultivaluedMap<String, String> fields) {
        try {
            return prepareBid.prepare(mandateId, BidForm.read(fields, web.paymentDecimals()));
        } catch (InvalidField e) {
            throw BidForm.asEntered(e, fields);
        }
    }

    private static Map<String, String> id(PreparedBid bid) {
        return Map.of("bidId", bid.bidId().toString());
    }

    @POST
    @Path("/workstreams/{mandateId}/bid")
    public Outcome submit(
            BigInteger mandateId,
            @RestForm UUID bidId,
            @RestForm @Nullable String signature,
            @RestForm @Nullable String transactionHash) {
        SubmittedBid submitted =
                submitBid.submit(mandateId, new SubmitBidRequest(bidId, signature, null, transactionHash != null));
        SubmissionView submission = submitted.submission();
        return submission == null ? Outcome.goTo(MINE) : Outcome.relayed(submission, MINE);
    }

    @POST
    @Path("/workstreams/{mandateId}/bond/request")
    public SignRequest allowBond(BigInteger mandateId, @RestForm String wallet) {
        return SignRequest.transaction(bond.approval(mandateId, wallet));
    }

    @POST
    @Path("/workstreams/{mandateId}/bond")
    public Outcome bondAllowed(BigInteger mandateId) {
        return Outcome.goTo("/workstreams/" + mandateId + "/bid");
    }

    @POST
    @Path("/bids/{bidId}/signature/request")
    public SignRequest signDraft(UUID bidId) {
        PreparedBid bid = prepareBid.again(bidId);
        return SignRequest.typedData(bid.typedData(), bid.words()).returning(id(bid));
    }

    @POST
    @Path("/bids/{bidId}/signature")
    public Outcome draftSigned(UUID bidId, @RestForm BigInteger mandateId, @RestForm @Nullable String signature) {
        return submit(mandateId, bidId, signature, null);
    }

    @POST
    @Path("/bids/{bidId}/withdrawal/request")
    public SignRequest withdraw(UUID bidId) {
        return SignRequest.transaction(withdrawBid.transaction(bidId));
    }

    @POST
    @Path("/bids/{bidId}/withdrawal")
    public Outcome withdrawn(UUID bidId) {
        return Outcome.goTo(MINE);
    }
}
