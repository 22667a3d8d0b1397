package dev.touchstone.web.kit.load;

/** The most memory that was seen. */
final class Peak {
    private final Usage usage;
    private double resident;
    private double proportional;

    Peak(Usage usage) {
        this.usage = usage;
    }

    void look() {
        resident = Math.max(resident, usage.resident());
        proportional = Math.max(proportional, usage.proportional());
    }

    double resident() {
        return resident;
    }

    double proportional() {
        return proportional;
    }
}
