package dev.touchstone.web.access;

import java.util.List;

/** Finds out who somebody is. Safe from several threads. */
@FunctionalInterface
public interface Doorkeeper {
    /** Takes everybody for whoever sits at the machine: where there can be no accounts, such as in the demo. */
    Doorkeeper LOCAL = _ -> new Admission.Admitted(new Visitor.Local(List.of()));

    Admission admit(Claims claims);
}
