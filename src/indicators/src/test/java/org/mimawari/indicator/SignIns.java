package org.mimawari.indicator;

import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;

/** Describes a sign-in step by step, so that a test names only what matters to it. */
public final class SignIns {

    private final IpAddress ip;
    private Place place = Place.UNKNOWN;
    private SignIn.Outcome outcome = SignIn.Outcome.SUCCESS;
    private Optional<SignIn.Failure> failure = Optional.empty();
    private SignIn.Protocol protocol = SignIn.Protocol.WEB;
    private Optional<String> client = Optional.of("Mozilla/5.0 (Windows NT 10.0) Chrome/126");
    private Optional<String> application = Optional.empty();
    private Optional<String> appId = Optional.empty();
    private Optional<String> device = Optional.empty();
    private Optional<String> session = Optional.empty();
    private Optional<String> errorCode = Optional.empty();
    private Set<SignInTrait> traits = Set.of();
    private int attempts = 1;

    private SignIns(String ip) {
        this.ip = MailboxStory.ip(ip);
    }

    public static SignIns from(String ip) {
        return new SignIns(ip);
    }

    public SignIns in(String country, long network) {
        place = Place.of(Optional.of(country), Optional.of(network), Optional.empty());
        return this;
    }

    public SignIns in(String country) {
        place = Place.inCountry(country);
        return this;
    }

    public SignIns at(String country, double latitude, double longitude) {
        place = Place.of(Optional.of(country), Optional.empty(), Optional.of(new Position(latitude, longitude)));
        return this;
    }

    public SignIns over(SignIn.Protocol value) {
        protocol = value;
        return this;
    }

    public SignIns with(String value) {
        client = Optional.of(value);
        return this;
    }

    public SignIns app(String id) {
        appId = Optional.of(id);
        return this;
    }

    public SignIns called(String name) {
        application = Optional.of(name);
        return this;
    }

    public SignIns device(String id) {
        device = Optional.of(id);
        return this;
    }

    public SignIns session(String id) {
        session = Optional.of(id);
        return this;
    }

    public SignIns code(String value) {
        errorCode = Optional.of(value);
        return this;
    }

    public SignIns traits(SignInTrait... values) {
        traits = Set.of(values);
        return this;
    }

    public SignIns fails(SignIn.Failure why) {
        outcome = SignIn.Outcome.FAILURE;
        failure = Optional.of(why);
        return this;
    }

    public SignIns ends(SignIn.Outcome value) {
        outcome = value;
        return this;
    }

    public SignIns times(int value) {
        attempts = value;
        return this;
    }

    /** Adds it to the story at this moment. */
    public MailboxStory into(MailboxStory story, String time) {
        return story.with(new SignIn(story.at(time), outcome, failure, Optional.of(ip), place, protocol, client,
                application, appId, device, session, errorCode, traits, attempts));
    }
}
