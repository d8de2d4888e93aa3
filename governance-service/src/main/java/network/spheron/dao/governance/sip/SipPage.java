package network.spheron.dao.governance.sip;

import java.util.List;

/**
 * One page of a list of SIPs.
 *
 * @param page counts from 0
 * @param total SIPs on all pages
 */
public record SipPage(List<SipSummary> items, int page, int size, long total) {
    public boolean hasNext() {
        return (page + 1L) * size < total;
    }
}
