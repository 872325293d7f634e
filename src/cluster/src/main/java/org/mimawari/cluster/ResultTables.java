package org.mimawari.cluster;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Finding;
import org.mimawari.scan.ScanResult;

/** Writes findings and coverage as Parquet, each into a folder of its own; what is there is replaced. */
final class ResultTables {

    private static final StructType FINDINGS = table("id", DataTypes.StringType, "indicator", DataTypes.StringType,
            "mailbox",
            DataTypes.StringType, "level", DataTypes.StringType, "confidence", DataTypes.DoubleType, "points",
            DataTypes.DoubleType, "from", DataTypes.TimestampType, "to", DataTypes.TimestampType, "pattern",
            DataTypes.StringType, "records", DataTypes.LongType, "suppressed", DataTypes.BooleanType);
    private static final StructType COVERAGE = table("source", DataTypes.StringType, "format", DataTypes.StringType,
            "kind",
            DataTypes.StringType, "mailbox", DataTypes.StringType, "state", DataTypes.StringType, "reason",
            DataTypes.StringType, "from", DataTypes.TimestampType, "to", DataTypes.TimestampType, "records",
                    DataTypes.LongType);

    private final SparkSession session;

    ResultTables(SparkSession session) {
        this.session = session;
    }

    /** @param folder any path that Spark can write to */
    void write(ScanResult result, String folder) {
        List<Row> findings = new ArrayList<>();
        result.findings().forEach(finding -> findings.add(row(finding, result.suppressed().contains(finding))));
        write(findings, FINDINGS, folder + "/findings.parquet");
        write(result.coverage().stream().map(ResultTables::row).toList(), COVERAGE, folder + "/coverage.parquet");
    }

    private void write(List<Row> rows, StructType table, String folder) {
        session.createDataFrame(rows, table).coalesce(1).write().mode(SaveMode.Overwrite).parquet(folder);
    }

    private static StructType table(Object... namesAndTypes) {
        StructType table = new StructType();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            table = table.add((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1], true);
        }
        return table;
    }

    private static Row row(Finding finding, boolean isSuppressed) {
        return RowFactory.create(finding.id(), finding.indicator().id(), value(finding.mailbox()
                .map(MailboxAddress::text)),
                finding.level().name(), finding.confidence(), finding.points(), value(time(finding.when().from())),
                value(time(finding.when().to())), finding.pattern(), (long) finding.citation().total(), isSuppressed);
    }

    private static Row row(Coverage piece) {
        return RowFactory.create(piece.source(), piece.takenFor(), piece.kind().name(),
                value(piece.mailbox().map(MailboxAddress::text)), piece.state().name(), value(piece.reason()),
                value(time(piece.from())), value(time(piece.to())), piece.count());
    }

    private static Optional<Timestamp> time(Optional<Instant> moment) {
        return moment.map(Timestamp::from);
    }

    /** Spark's rows know no other way to say that there is nothing. */
    @SuppressWarnings("NullAway")
    private static Object value(Optional<?> value) {
        return value.orElse(null);
    }
}
