package dev.touchstone.web.access;

import java.util.Optional;

/**
 * What a request says of who sent it. Nothing of it is believed yet.
 *
 * @param session of the cookie
 * @param bearer what stands after {@code Authorization: Bearer}, be it a token or not
 * @param vouched the user whom a trusted proxy names; untrusted ones are not heard
 */
public record Claims(Optional<Secret> session, Optional<String> bearer, Optional<String> vouched) {
    public static final Claims NONE = new Claims(Optional.empty(), Optional.empty(), Optional.empty());
}
