package network.spheron.dao.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report.
 *
 * @param value median of ours, in {@code unit}
 * @param peer what it is compared with; null when there is nothing to compare with
 * @param peerValue median of the peer's in the same run, in {@code unit}
 * @param ratio how many times better than the peer; above 1 is better, whether more or less of the unit is
 * @param cpuSeconds CPU time of one run of ours: this program, the database, the broker and the node
 * @param peerCpuSeconds the same of the peer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measurement(
        @JsonIgnore String name,
        BigDecimal value,
        String unit,
        @Nullable String peer,
        @JsonProperty("peer_value") @Nullable BigDecimal peerValue,
        @Nullable BigDecimal ratio,
        @JsonProperty("cpu_seconds") @Nullable BigDecimal cpuSeconds,
        @JsonProperty("peer_cpu_seconds") @Nullable BigDecimal peerCpuSeconds) {
    private static final MathContext DIGITS = new MathContext(4);

    /** Ours against a peer's where more is better. */
    static Measurement more(String name, String unit, Runs ours, String peer, Runs peers) {
        return compared(name, unit, ours, peer, peers, ours.median() / peers.median());
    }

    /** Ours against a peer's where less is better. */
    static Measurement less(String name, String unit, Runs ours, String peer, Runs peers) {
        return compared(name, unit, ours, peer, peers, peers.median() / ours.median());
    }

    private static Measurement compared(
            String name, String unit, Runs ours, String peer, Runs peers, double timesBetter) {
        return new Measurement(
                name,
                rounded(ours.median()),
                unit,
                peer,
                rounded(peers.median()),
                rounded(timesBetter),
                rounded(ours.cpuSeconds()),
                rounded(peers.cpuSeconds()));
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(
                new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
    }
}
