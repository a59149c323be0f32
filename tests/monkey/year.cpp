#include "monkey/year.h"
#include "monkey/hand.h"
#include "services/writer.h"
#include "visit/countable.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

namespace monkey {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr WallTime kBuilt{1793491200}; // 2026-11-01
constexpr WallTime kFirst{1796108400}; // 2026-12-01 07:00 UTC: eight in the morning

class ToWriter final : public show::CountSink {
public:
    explicit ToWriter(services::Writer& writer) : writer_(writer) {}
    void commit(std::vector<Count> counts, WallTime claimed) override { writer_.commit(counts, claimed); }

private:
    services::Writer& writer_;
};

services::WriterOptions options_of(World const& world, YearPlan const& plan)
{
    services::WriterOptions options;
    options.folder = plan.folder;
    options.store.label.kiosk = "year";
    options.store.vfs = plan.vfs;
    options.content_version = world.content.version;
    options.built = kBuilt;
    options.domain.items = visit::countable(world.content);
    options.domain.languages.insert(world.content.languages.begin(), world.content.languages.end());
    return options;
}

// Touches and the like: of what else happens to a kiosk, nothing that would end its year.
bool is_of_a_visit(Command const& command)
{
    return command.kind != CommandKind::gap && command.kind != CommandKind::clock &&
           command.kind != CommandKind::restart;
}

class Year {
public:
    Year(World const& world, YearPlan const& plan)
        : plan_(plan),
          life_(world),
          hand_(plan.seed, {static_cast<float>(world.width), static_cast<float>(world.height)}),
          random_(plan.seed)
    {
        life_.clock().set_wall(kFirst);
        writer_.emplace(options_of(world, plan), life_.clock());
        sink_.emplace(*writer_);
        life_.books().pass_on_to(&*sink_);
    }

    void day()
    {
        auto const end = life_.clock().now() + 24h;
        for (int i = 0; i < plan_.visits_a_day && !report_.fault; ++i) visit();
        life_.play(lasting(CommandKind::gap, std::max<Duration>(1s, end - life_.clock().now())));
        flush();
        ++days_;
    }
    YearReport end()
    {
        if (auto const& fault = life_.stop(); fault && !report_.fault) report_.fault = fault;
        flush();
        report_.visits = life_.books().visits();
        report_.frames = life_.frames();
        report_.commits = writer_->status().committed;
        writer_.reset();
        compare();
        return report_;
    }
    YearReport& report() { return report_; }

private:
    void play(Command const& command)
    {
        ++report_.commands;
        if (auto const& fault = life_.play(command); fault && !report_.fault) report_.fault = fault;
    }
    void visit()
    {
        for (int i = 0; i < 40 && !visit::is_visiting(life_.screen()) && !report_.fault; ++i) touch();
        for (auto touches =
                 plan_.touches / 2 + static_cast<int>(random_.below(static_cast<std::uint64_t>(plan_.touches)));
             touches > 0 && visit::is_visiting(life_.screen()) && !report_.fault; --touches)
            touch();
        // Walked away; and some minutes until the next comes.
        play(lasting(CommandKind::gap, 60s));
        play(lasting(CommandKind::gap, 150s));
        flush();
        look_at_memory();
    }
    // After every visit, and while caches are as full as they are: at the end of a day one would miss the most.
    void look_at_memory()
    {
        report_.last = memory_now();
        raise(report_.most, report_.last);
        if (days_ < plan_.settled) raise(report_.settled, report_.last);
    }
    static void raise(Memory& most, Memory const& now)
    {
        most.heap = std::max(most.heap, now.heap);
        most.rss = std::max(most.rss, now.rss);
    }
    void touch()
    {
        auto command = hand_.next(life_.scene(), life_.clock().wall());
        while (!is_of_a_visit(command)) command = hand_.next(life_.scene(), life_.clock().wall());
        play(command);
    }
    void flush()
    {
        auto const status = writer_->flush();
        if (report_.fault) return;
        if (!status.last_fault.empty()) report_.fault = Fault{"figures are stored", status.last_fault};
        if (status.pending != 0) report_.fault = Fault{"figures are stored", fmt::format("{} wait", status.pending)};
        if (!status.clock_trusted) report_.fault = Fault{"the clock is believed", "it is not"};
    }
    // What is on the disk is what was counted.
    void compare()
    {
        std::error_code ignored;
        report_.bytes = static_cast<long>(std::filesystem::file_size(plan_.folder / store::kDatabaseName, ignored));
        auto store = store::Store::open_to_read(plan_.folder);
        if (!store) {
            report_.fault = Fault{"the database can be read", store.error().line()};
            return;
        }
        std::map<std::string, long> sums;
        for (auto const& row : store.value().tallies().value()) {
            sums[row.measure] += static_cast<long>(row.n);
            ++report_.rows;
        }
        for (auto const& measure : kMeasures) {
            auto const counted = life_.books().counted(measure.measure);
            auto const stored = sums[std::string(measure.id)];
            if (counted != stored && !report_.fault)
                report_.fault = Fault{"what was counted is stored",
                                      fmt::format("{}: {} counted, {} stored", measure.id, counted, stored)};
        }
    }

    YearPlan plan_;
    int days_ = 0; // that are over
    Life life_;
    Hand hand_;
    Random random_;
    std::optional<services::Writer> writer_; // before the clock that it reads
    std::optional<ToWriter> sink_;
    YearReport report_;
};

} // namespace

Memory memory_now()
{
    Memory memory;
    memory.heap = static_cast<long>(mallinfo2().uordblks + mallinfo2().hblkhd);
    long pages = 0;
    long resident = 0;
    if (auto* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
        std::fclose(file);
    }
    memory.rss = resident * sysconf(_SC_PAGESIZE);
    return memory;
}

YearReport live_through(World const& world, YearPlan const& plan, std::function<void(int day, Memory)> const& day)
{
    Year year(world, plan);
    auto& report = year.report();
    for (int i = 1; i <= plan.days && !report.fault; ++i) {
        year.day();
        if (day) day(i, report.last);
    }
    return year.end();
}

} // namespace monkey
