import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The yardstick: Spark's own reader of JSON with the columns an audit log is judged by, brought into the order of
 * mailboxes and of time. Nothing is judged. Usage: {@code ReadJson MASTER FILE}
 */
public final class ReadJson {

    private static final String COLUMNS = "Id string, CreationTime string, Operation string, UserId string, "
            + "UserType string, Workload string, RecordType string, ResultStatus string, ObjectId string, "
            + "ClientIP string, ClientIPAddress string, ActorIpAddress string, UserAgent string, "
            + "ClientInfoString string, MailboxOwnerUPN string, LogonType string, AppId string, ClientAppId "
            + "string, SessionId string, ExternalAccess string, ExtendedProperties array<struct<Name: string, "
            + "Value: string>>, DeviceProperties array<struct<Name: string, Value: string>>, Parameters "
            + "array<struct<Name: string, Value: string>>, OperationProperties array<struct<Name: string, "
            + "Value: string>>, Item struct<Subject: string, InternetMessageId: string, SizeInBytes: bigint>, "
            + "AffectedItems array<struct<Subject: string, InternetMessageId: string>>, Folders "
            + "array<struct<Path: string, FolderItems: array<struct<InternetMessageId: string, SizeInBytes: "
            + "bigint>>>>";

    private ReadJson() {}

    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = SparkSession.builder().master(arguments[0]).config("spark.ui.enabled", "false")
                .getOrCreate()) {
            Dataset<Row> records = session.read().schema(COLUMNS).json(arguments[1]);
            long count = records.repartition(col("UserId")).sortWithinPartitions("UserId", "CreationTime")
                    .mapPartitions((MapPartitionsFunction<Row, Long>) ReadJson::count,
                            Encoders.LONG()).collectAsList().stream()
                    .mapToLong(Long::longValue).sum();
            System.out.println(count + " records");
        }
    }

    private static Iterator<Long> count(Iterator<Row> rows) {
        long count = 0;
        while (rows.hasNext()) {
            count += rows.next().size() > 0 ? 1 : 0;
        }
        return List.of(count).iterator();
    }
}
