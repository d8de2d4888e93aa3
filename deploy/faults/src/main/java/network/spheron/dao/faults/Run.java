package network.spheron.dao.faults;

import java.time.Duration;
import java.util.List;
import network.spheron.dao.faults.check.Finding;

/** What one run of a fault came to. */
record Run(Duration healing, List<Finding> findings) {
    long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
