// kiosk-log: the figures of a kiosk, for staff, and of many kiosks, for the office. This file is its command line.
#include "base/bounds.h"
#include "command_line/command_line.h"
#include "figures/days.h"
#include "figures/threshold.h"
#include "system/installed.h"
#include "system/program_start.h"
#include "tools/kiosk_log_common.h"

#include <functional>

namespace {

using namespace kiosk;
using namespace kiosk::tools;

// Of each command: its options, and what it does when it was given.
class Commands {
public:
    Commands()
    {
        cli_.require_command();
        export_.words.content = look_.words.content = report_.words.content =
            share_folder("content", KIOSK_CONTENT).string();
        add_kiosk();
        add_keys();
        add_fleet();
    }

    int run(int argc, char** argv)
    {
        // CLI11 has a number for each fault; scripts ask only whether.
        if (auto const code = cli_.parse(argc, argv)) return *code == 0 ? kDone : kFault;
        try {
            return chosen_();
        } catch (std::exception const& fault) {
            return fail({"", fault.what(), "check the path and the disk"});
        }
    }

private:
    static std::string day_fault(std::string const& text)
    {
        return figures::is_day(text) ? std::string() : "'" + text + "' is no day like 2026-11-23";
    }
    command_line::Command add(char const* name, char const* text, std::function<int()> run)
    {
        return cli_.program().command(name, text, [this, run = std::move(run)] { chosen_ = run; });
    }
    static void add_words(command_line::Command command, WordsChoice& words)
    {
        command.option("--language", words.language, "of the workbook: the staff's; else the content's first");
        command.option("--content", words.content, "where its words are").shows_default();
    }

    void add_kiosk()
    {
        auto exporting = add("export", "Writes a data package: a workbook, CSV files and their description",
                             [this] { return export_command(export_); });
        exporting.option("--data", export_.data, "the kiosk's data folder").required();
        exporting.option("--out", export_.out, "where the package is made").required();
        exporting.option("--k", export_.threshold, "counts of reporting below it are masked; 10 at least")
            .whole_number(figures::Threshold::kBounds)
            .shows_default();
        exporting.flag(
            "--preview", [this] { export_.preview = Preview::yes; },
            "a package to look at beforehand: nothing is closed, and no tool takes it");
        exporting.option("--sealed-for", export_.key_file, "a public key's file: one sealed file, for its owner only");
        add_words(exporting, export_.words);
        auto looking = add("look", "Writes unmasked figures for whoever runs the kiosk; they must not leave the house",
                           [this] { return look_command(look_); });
        looking.option("--data", look_.data, "the kiosk's data folder").required();
        looking.option("--out", look_.out, "where they are written").required();
        looking.option("--k", look_.threshold, "counts of reporting below it are masked")
            .whole_number({1, figures::Threshold::kBounds.most})
            .shows_default();
        add_words(looking, look_.words);
        auto showing = add("kiosk", "Prints who a kiosk is, as an entry of the office's list of kiosks",
                           [this] { return kiosk_command(data_); });
        showing.option("--data", data_, "the kiosk's data folder").required();
        auto summing = add("summary", "Prints the figures for a person", [this] { return summary_command(data_); });
        summing.option("--data", data_, "the kiosk's data folder").required();
    }

    void add_keys()
    {
        auto making = add("make-key", "Makes a pair of keys for sealed packages, as age-keygen does",
                          [this] { return make_key_command(out_); });
        making.option("--out", out_, "the secret key's file; the public one stands beside it").required();
        auto opening = add("open", "Opens sealed packages, as age -d and tar x do",
                           [this] { return open_command(paths_, key_, out_); });
        opening.option("FILES", paths_, "sealed packages, .tar.age").required();
        opening.option("--key", key_, "the secret key's file").required();
        opening.option("--out", out_, "where the packages' folders are made").required();
    }

    void add_fleet()
    {
        auto merging = add("merge", "Puts packages of many kiosks together; none counts twice", [this] {
            return merge_command({paths_, out_, key_, bad_});
        });
        merging.option("PACKAGES", paths_, "packages, or folders that hold some").required();
        merging.option("--out", out_, "the fleet's file; made, or added to").required();
        add_list(merging, key_);
        add_bad(merging, bad_);
        auto forgetting = add("forget", "Takes a kiosk out again, so that its packages can be taken anew",
                              [this] { return forget_command(forget_); });
        forgetting.option("SOURCE", forget_.source, "its number, or a package of it").required();
        forgetting.option("--fleet", forget_.fleet, "the fleet's file");
        forgetting.option("--url", forget_.url, "of a PostgreSQL: postgresql://user@host/database");
        auto reporting = add("report", "Writes the workbook of a fleet", [this] { return report_command(report_); });
        reporting.option("FLEET", report_.fleet, "the fleet's file").required();
        reporting.option("--out", report_.out, "the workbook, .xlsx").required();
        reporting.option("--title", report_.title, "at its head; else the file's name");
        reporting.option("--from", report_.first, "first day that counts, 2026-11-23").checked(day_fault);
        reporting.option("--to", report_.last, "last day that counts").checked(day_fault);
        reporting.option("--fair", report_.fair, "of this fair only, by its name");
        reporting.option("--kiosk", report_.kiosk, "of this kiosk only, by its name");
        reporting.option("--table", report_.table,
                         "a CSV file besides: every count by day, hour and language, for tables of one's own");
        add_words(reporting, report_.words);
        if (can_load()) add_load();
    }

    static void add_list(command_line::Command command, std::string& list)
    {
        command.option("--keys", list,
                       "the office's list of kiosks, a TOML file: what none of them has signed is left out");
    }

    static void add_bad(command_line::Command command, BadPackages& bad)
    {
        command.flag(
            "--without-bad", [&bad] { bad = BadPackages::left_out; },
            "takes the others where some packages are bad, and names those; else none is taken");
    }

    void add_load()
    {
        auto loading = add("load", "Loads packages into PostgreSQL: all or none, and twice changes nothing",
                           [this] { return load_command(load_); });
        loading.option("URL", load_.url, "postgresql://user@host/database; a password belongs into ~/.pgpass, not here")
            .required();
        loading.option("PACKAGES", load_.packages, "packages, or folders that hold some").required();
        add_list(loading, load_.list);
        add_bad(loading, load_.bad);
        loading.option("--patience", load_.timeout_seconds, "seconds that the server may make no progress")
            .whole_number({1, 86'400})
            .shows_default();
    }

    command_line::CommandLine cli_{"The figures of kiosks: sums, never visitors.", "kiosk-log"};
    std::function<int()> chosen_;
    ExportChoice export_;
    LookChoice look_;
    FleetReportChoice report_;
    LoadChoice load_;
    ForgetChoice forget_;
    std::string data_, out_, key_;
    BadPackages bad_ = BadPackages::none_is_taken;
    std::vector<std::string> paths_;
};

} // namespace

int main(int argc, char** argv)
{
    if (auto const begun = prepare_process(argc, argv); !begun) return fail(begun.error());
    return Commands().run(argc, argv);
}
