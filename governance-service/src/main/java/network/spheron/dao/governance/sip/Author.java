package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who wrote a SIP, and the wallet that alone may propose it. */
@Embeddable
public record Author(
        @Column(name = "author_person") String person,
        @Column(name = "author_name") String name,
        @Column(name = "author_wallet") String wallet) {}
