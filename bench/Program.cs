using Yhteys.Bench;
using Yhteys.Bench.Kernel;
using Yhteys.Bench.Publish;
using Yhteys.Bench.Rules;
using Yhteys.Bench.Scenarios;

// Plain drivers with a stopwatch: what is measured and what it is compared with run in the same process, one after the other, in rounds.
return args switch
{
    ["all", .. var rest] => await AllBench.Run(new BenchSettings(rest)),
    ["kernel", .. var rest] => await KernelBench.Run(new BenchSettings(rest)),
    ["costs", .. var rest] => await Costs.Run(new BenchSettings(rest)),
    ["kernel-rebuild", var file] => RebuildBench.InChild(file),
    [Rebuild.Verb, var folder, var postgres] => Rebuild.InChild(folder, postgres),
    [CountyOfClocks.Verb, var engine, var at, var events] => await CountyOfClocks.InChild(new(engine, at), int.Parse(events, System.Globalization.CultureInfo.InvariantCulture)),
    ["law", .. var rest] => await LawBench.Run(new BenchSettings(rest)),
    ["publish", .. var rest] => await PublishBench.Run(new BenchSettings(rest)),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        dotnet run -c Release --project bench -- all [--events 500000] [--open 50000] [--folder DIR] [--postgres CONNECTION] [--only PARTS] [--requests 10000] [--fresh] [--save]
        dotnet run -c Release --project bench -- law [--matters 1000000] [--postgres CONNECTION] [--only sqlite|postgres] [--save]
        dotnet run -c Release --project bench -- publish [--events 500000] [--postgres CONNECTION] [--only sqlite|postgres] [--save]
        dotnet run -c Release --project bench -- kernel [--seconds 4] [--rounds 5] [--events 500000] [--postgres CONNECTION] [--only sqlite|postgres|rebuild] [--save]

        all       every line of the table of figures, on a county of so many events with so many open matters. It goes on where it was
                  broken off, as long as the commit is the same; the county is made once and kept in the folder.
        costs     processor time of the server for each page and for a flow [--pages /worklist,job], on the county that "all" has made
        law       another law computed over all history and compared, and taken into use while commands and the board go on
        publish   a month of open figures: counting, hiding small counts, publishing, correcting
        kernel    the journal alone, with events of a few hundred bytes

          --postgres  as Host=127.0.0.1;Port=5432;Username=…;Database=postgres (or YHTEYS_TEST_POSTGRES); without it PostgreSQL is left out
          --only      of all: sqlite, postgres, and of an engine kernel, start, first, job, pages, live, rebuild; separated by commas
          --fresh     makes the counties again and measures everything again
          --save      writes the table to bench/results
        """);
    return 2;
}
