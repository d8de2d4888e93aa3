package network.spheron.dao.treasury.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import network.spheron.dao.chain.BlockRef;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One comparison of the ledger with the chain, at one final block. */
@Entity
@Table(name = "reconciliation")
class Reconciliation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "block_number")
    long blockNumber;

    long at;

    boolean clean;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Difference> differences;

    @SuppressWarnings("NullAway.Init")
    protected Reconciliation() {}

    Reconciliation(BlockRef block, List<Difference> differences) {
        this.blockNumber = block.number();
        this.at = block.timestamp();
        this.clean = differences.isEmpty();
        this.differences = differences;
    }
}
