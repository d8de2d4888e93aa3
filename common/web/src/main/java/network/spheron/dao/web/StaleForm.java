package network.spheron.dao.web;

/** A form came without the token that its page gave it, or with another person's. */
final class StaleForm extends Refusal {
    StaleForm() {
        super(403, "stale-form", "this form is no longer valid; load the page again and repeat");
    }
}
