package network.spheron.dao.treasury.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;

/** A budget line as the Treasury contract keeps it: allocated = reserved + spent + free. */
@Entity
@Table(name = "budget_line")
public class BudgetLine {
    @Id
    @Column(name = "line_id")
    String lineId;

    String name;

    String token;

    @Column(precision = 78)
    BigInteger allocated;

    @Column(precision = 78)
    BigInteger reserved = BigInteger.ZERO;

    @Column(precision = 78)
    BigInteger spent = BigInteger.ZERO;

    @SuppressWarnings("NullAway.Init")
    protected BudgetLine() {}

    BudgetLine(String lineId, String name, String token, BigInteger allocated) {
        this.lineId = lineId;
        this.name = name;
        this.token = token;
        this.allocated = allocated;
    }

    public String name() {
        return name;
    }

    public String token() {
        return token;
    }

    BigInteger free() {
        return allocated.subtract(reserved).subtract(spent);
    }

    /** What a vote gives it more, negative if less. */
    BigInteger allocate(BigInteger amount) {
        BigInteger more = amount.subtract(allocated);
        allocated = amount;
        return more;
    }

    void reserve(BigInteger amount) {
        reserved = reserved.add(amount);
    }

    void release(BigInteger amount) {
        reserved = reserved.subtract(amount);
    }

    void spend(BigInteger amount) {
        reserved = reserved.subtract(amount);
        spent = spent.add(amount);
    }
}
