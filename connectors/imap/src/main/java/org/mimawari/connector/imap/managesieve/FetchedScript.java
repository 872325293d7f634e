package org.mimawari.connector.imap.managesieve;

import java.util.Optional;

/**
 * What GETSCRIPT gave.
 *
 * @param refusal why there is no text; empty where there is
 */
record FetchedScript(String text, Optional<String> refusal) {

    static FetchedScript of(Answer answer) throws SieveRefusal {
        if (answer.ending() == Answer.Ending.BYE) {
            answer.orRefuse("the server ended the session");
        }
        if (answer.ending() == Answer.Ending.NO) {
            return new FetchedScript("", Optional.of("the server did not give the script"
                    + answer.code().map(code -> " (" + code + ")").orElse("")));
        }
        return answer.lines().stream().filter(line -> line.get(0).isText()).findFirst()
                .map(line -> new FetchedScript(line.get(0).text(), Optional.empty()))
                .orElseGet(() -> new FetchedScript("", Optional.of("the server said OK and gave no script")));
    }
}
