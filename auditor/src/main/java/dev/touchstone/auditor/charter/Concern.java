package dev.touchstone.auditor.charter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The inventory of what decision documents argue with, whichever side they take. A value of a charter bundles some of these in
 * the organisation's own words. The ids are fixed: recognisers are trained on them.
 */
public enum Concern {
    USER_NEEDS("what those who use or pay for the work require, request or complain of decides it"),
    USABILITY("how little thought, effort or surprise it takes to use something"),
    ACCESSIBILITY("whether anybody can use it: with a disability, in another language, on an old phone or a slow line"),
    DOCUMENTATION("guides, references, tutorials and examples, and how well a newcomer learns from them"),
    USER_CHOICE("users decide for themselves: settings, consent, opting in and out, instead of one way for all"),
    BACKWARD_COMPATIBILITY("whether what works today goes on working after a change"),
    MIGRATION_PATH("the way across for those whom a change touches: notice, transition, upgrade, going back"),
    STABILITY("promises about interfaces and behaviour that others can build upon for years"),
    CONSISTENCY("like things look, work and are ruled alike; or exceptions pile up"),
    INTEROPERABILITY("working with foreign systems by shared standards, protocols and formats"),
    VENDOR_NEUTRALITY("freedom to change supplier, platform or product without being held"),
    CORRECTNESS("results are right, data stay whole, odd cases are handled; or bugs creep in"),
    RELIABILITY("the service stays up, survives faults and loses nothing"),
    SAFETY_BY_DESIGN("misuse and dangerous mistakes are ruled out, or found before they do harm"),
    EXPLICIT_ERRORS("nothing happens silently or by magic: what goes wrong shows, and says why"),
    TESTING("checking before release: tests, pipelines, trials and reviews of quality"),
    PERFORMANCE("how fast something is, and how much memory, space or bandwidth it takes"),
    SCALABILITY("whether it keeps up when load, data, teams or customers multiply"),
    RESOURCE_COST("what something costs in money, machines, licences or their wasteful use"),
    SIMPLICITY("fewer parts, ideas and steps; or complexity that must be borne"),
    CLARITY("a reader understands the code, text, name or interface at once and in one way"),
    MAINTAINABILITY("how much work it is to keep and change something over its life"),
    MODULARITY("parts that stand apart, so that one can be changed, dropped or swapped alone"),
    EXTENSIBILITY("openness to needs not yet known: plug-ins, general solutions, room to grow"),
    CAPABILITY("something can be done that could not be done before; or is denied"),
    REUSE("taking what exists, in house or bought, instead of building it once more"),
    AUTOMATION("machines take over routine work; or people go on doing it by hand"),
    SELF_SERVICE("people help themselves without a ticket, a queue or somebody’s permission"),
    OPERABILITY("how hard a system is to deploy, watch, diagnose and look after"),
    MODERNISATION("leaving old technology and habits for current ones, or staying with them"),
    EXPERIMENTATION("trying something out to find whether it holds: pilots, prototypes, bold ideas"),
    ITERATION("small steps, early releases and improvement afterwards, instead of all at once"),
    DELIVERY_SPEED("how soon something is decided, shipped or unblocked"),
    IMPLEMENTATION_EFFORT("how much work, skill and learning it asks of those who build or adopt it"),
    SECURITY("protection against attackers: access rights, secrets, weaknesses, separation"),
    PRIVACY("personal or confidential information stays with those whom it concerns"),
    COMPLIANCE("duties from law, regulation, licence, contract or policy, and proof of meeting them"),
    EVIDENCE("figures, studies, measurements and trials settle a question, or nobody has them"),
    LEARNING("looking back, taking in feedback and doing better the next time"),
    TRANSPARENCY("others can see what is decided, done and known; or it is kept from them"),
    OPEN_SOURCE("code and licences are free for everyone, without closed parts"),
    PARTICIPATION("those concerned have their say before it is settled"),
    ACCOUNTABILITY("somebody named answers for it by a date, and it is followed up"),
    DELEGATION("power to decide lies with those who do the work; or is gathered at the top"),
    LEGITIMACY("fair procedure: votes, mandates, limits and checks on those who govern"),
    COLLABORATION("groups work with one another and share what they know instead of working apart"),
    COMMON_DIRECTION("one shared aim or vision holds the parts together"),
    INCLUSION("all kinds of people are welcome, represented and fairly treated"),
    CONTRIBUTOR_GROWTH("newcomers find their way in, and people are taught, mentored and promoted"),
    CONTRIBUTOR_LOAD("how much is asked of those who do the work, and whether they can keep it up"),
    RECOGNITION("thanks, credit and reward go to those who earned them"),
    CONDUCT("people treat one another with respect, and harm between them is dealt with"),
    LONG_TERM("whether a choice holds for years, not only for this release"),
    FINANCIAL_STEWARDSHIP("money held in trust is budgeted, spent with care and accounted for"),
    INCENTIVES("what prices, fees and rewards lead people to do"),
    PUBLIC_BENEFIT("the good of society or of a whole field, beyond one’s own users"),
    USER_RIGHTS("what belongs to users by right: their property, their say, a fair deal"),
    RISK("how likely and how grave a harm is, and whether it is limited or taken"),
    INTEGRITY("telling the truth, keeping one’s word, owning up to faults and interests"),
    CRAFT("work done properly for its own sake, with care and pride"),
    BUSINESS_VALUE("income, growth, market share and the success of the product"),
    ENVIRONMENT("energy, emissions and the use of nature");

    private final String description;

    Concern(String description) {
        this.description = description;
    }

    /** As a charter writes it: {@code backward-compatibility}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What belongs to it, in half a sentence. */
    public String description() {
        return description;
    }

    /** An id as a reader sees it: {@code backward compatibility}. */
    public static String plain(String id) {
        return id.replace('-', ' ');
    }

    /** The concern with this id; empty when the inventory has none, as for a recogniser trained on concerns of its own. */
    public static Optional<Concern> named(String id) {
        return Arrays.stream(values())
                .filter(concern -> concern.id().equals(id))
                .findFirst();
    }
}
