package network.spheron.dao.treasury.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import network.spheron.dao.contracts.MilestoneEscrow;

/** An agreement whose price the escrow holds. A direct agreement has bid index {@value #DIRECT}. */
@Entity
@Table(name = "agreement")
class Agreement {
    /** The bid index of an agreement that came from no bid. */
    static final int DIRECT = -1;

    private static final BigInteger DIRECT_ON_CHAIN =
            BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    @Id
    @Column(name = "agreement_id", precision = 78)
    BigInteger agreementId;

    @Column(name = "mandate_id", precision = 78)
    BigInteger mandateId;

    @Column(name = "bid_index")
    int bidIndex;

    String contractor;

    /** Who is paid from now on. */
    String payee;

    String token;

    /** What its milestones come to, change orders included. */
    @Column(precision = 78)
    BigInteger price;

    @Column(name = "started_at")
    long startedAt;

    @Column(name = "transaction_hash")
    String transactionHash;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(MilestoneEscrow.AgreementFunded event, String transactionHash) {
        this.agreementId = event.agreementId();
        this.mandateId = event.mandateId();
        this.bidIndex = event.bidIndex().equals(DIRECT_ON_CHAIN)
                ? DIRECT
                : event.bidIndex().intValueExact();
        this.contractor = event.contractor();
        this.payee = event.payee();
        this.token = event.token();
        this.price = event.price();
        this.startedAt = event.startedAt();
        this.transactionHash = transactionHash;
    }

    void changed(BigInteger difference) {
        price = price.add(difference);
    }

    void paidTo(String newPayee) {
        payee = newPayee;
    }
}
