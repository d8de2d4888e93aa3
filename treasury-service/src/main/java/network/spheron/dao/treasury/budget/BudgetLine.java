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

    /** Seconds after which votes may promise as much again; 0 until it is set, with the opening. */
    @Column(name = "period_length")
    long periodLength;

    /** Most that votes may promise in one period. */
    @Column(name = "period_cap", precision = 78)
    BigInteger periodCap = BigInteger.ZERO;

    /** When the period of the last promise began, in seconds since the epoch. */
    @Column(name = "period_start")
    long periodStart;

    /** What was promised in it. */
    @Column(precision = 78)
    BigInteger promised = BigInteger.ZERO;

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

    void setPeriod(long length, BigInteger cap, long now) {
        periodLength = length;
        periodCap = cap;
        periodStart = now;
        promised = BigInteger.ZERO;
    }

    /** When the period of that time began. */
    private long periodStart(long now) {
        return periodLength == 0 ? periodStart : now - (now - periodStart) % periodLength;
    }

    long periodEnds(long now) {
        long start = periodStart(now);
        return periodLength > Long.MAX_VALUE - start ? Long.MAX_VALUE : start + periodLength;
    }

    /** What votes may still promise in the period of that time. */
    BigInteger unpromised(long now) {
        return periodStart(now) == periodStart ? periodCap.subtract(promised) : periodCap;
    }

    void reserve(BigInteger amount, long now) {
        reserved = reserved.add(amount);
        long start = periodStart(now);
        promised = start == periodStart ? promised.add(amount) : amount;
        periodStart = start;
    }

    void release(BigInteger amount) {
        reserved = reserved.subtract(amount);
    }

    void spend(BigInteger amount) {
        reserved = reserved.subtract(amount);
        spent = spent.add(amount);
    }
}
