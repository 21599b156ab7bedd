using Yhteys.Bench;
using Yhteys.Bench.Kernel;

// Plain drivers with a stopwatch: what is measured and what it is compared with run in the same process, one after the other, in rounds.
return args switch
{
    ["kernel", .. var rest] => await KernelBench.Run(new Settings(rest)),
    ["kernel-rebuild", var file] => RebuildBench.InChild(file),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        dotnet run -c Release --project bench -- kernel [--seconds 4] [--rounds 5] [--events 500000] [--folder DIR] [--postgres CONNECTION] [--only sqlite|postgres|rebuild] [--save]

          --seconds   length of each measured round
          --postgres  as Host=127.0.0.1;Port=5432;Username=…;Database=postgres (or YHTEYS_TEST_POSTGRES); without it PostgreSQL is left out
          --save      write the table to bench/results/kernel.md
        """);
    return 2;
}
