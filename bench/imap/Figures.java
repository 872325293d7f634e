import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What a run took: {@code WALL-MS CPU-MS HEAP-MB MESSAGES-OR-BYTES BROKEN}; CPU since the process began. */
final class Figures {

    private Figures() {}

    static void print(long start, long amount, long broken) {
        long cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
        System.out.println((System.nanoTime() - start) / 1_000_000 + " " + cpu / 1_000_000 + " " + heap / (1 << 20) + " "
                + amount + " " + broken);
    }
}
