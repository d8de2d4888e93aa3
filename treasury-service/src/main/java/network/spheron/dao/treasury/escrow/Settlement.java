package network.spheron.dao.treasury.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;

/** What is left to do for a decided election: fund its awards after the standstill, then close its mandate. */
@Entity
@Table(name = "settlement")
class Settlement {
    /** FUNDING: awards wait for the standstill or for their agreements. */
    enum Status {
        FUNDING,
        CLOSING,
        CLOSED
    }

    @Id
    @Column(name = "mandate_id", precision = 78)
    BigInteger mandateId;

    @Column(name = "standstill_ends")
    long standstillEnds;

    @Enumerated(EnumType.STRING)
    Status status = Status.FUNDING;

    @SuppressWarnings("NullAway.Init")
    protected Settlement() {}

    Settlement(BigInteger mandateId, long standstillEnds) {
        this.mandateId = mandateId;
        this.standstillEnds = standstillEnds;
    }

    boolean isDue(long now) {
        return now >= standstillEnds;
    }

    void closing() {
        status = Status.CLOSING;
    }

    void closed() {
        status = Status.CLOSED;
    }
}
