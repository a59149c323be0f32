// kiosk-log: the figures of a kiosk, for staff, and of many kiosks, for the office. This file is its command line.
#include "base/bounds.h"
#include "figures/days.h"
#include "figures/threshold.h"
#include "system/command_line.h"
#include "system/installed.h"
#include "system/program_start.h"
#include "tools/kiosk_log_common.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace {

using namespace kiosk;
using namespace kiosk::tools;

// Of each command: its options, and what it does when it was given.
class Commands {
public:
    Commands()
    {
        cli_.require_subcommand(1);
        export_.words.content = look_.words.content = report_.words.content =
            share_folder("content", KIOSK_CONTENT).string();
        add_kiosk();
        add_keys();
        add_fleet();
    }

    int run(int argc, char** argv)
    {
        // CLI11 has a number for each fault; scripts ask only whether.
        if (auto const code = parse_command_line(cli_, argc, argv)) return *code == 0 ? kDone : kFault;
        try {
            return chosen_();
        } catch (std::exception const& fault) {
            return fail({"", fault.what(), "check the path and the disk"});
        }
    }

private:
    static CLI::Validator is_day_option()
    {
        return {[](std::string const& text) {
                    return figures::is_day(text) ? std::string() : "'" + text + "' is no day like 2026-11-23";
                },
                ""};
    }
    CLI::App* add(char const* name, char const* text, std::function<int()> run)
    {
        auto* command = cli_.add_subcommand(name, text);
        command->callback([this, run = std::move(run)] { chosen_ = run; });
        return command;
    }
    static void add_words(CLI::App* command, WordsChoice& words)
    {
        command->add_option("--language", words.language, "of the workbook: the staff's; else the content's first");
        command->add_option("--content", words.content, "where its words are")->capture_default_str();
    }

    void add_kiosk()
    {
        auto* exporting = add("export", "Writes a data package: a workbook, CSV files and their description",
                              [this] { return export_command(export_); });
        exporting->add_option("--data", export_.data, "the kiosk's data folder")->required();
        exporting->add_option("--out", export_.out, "where the package is made")->required();
        exporting->add_option("--k", export_.threshold, "counts of reporting below it are masked; 10 at least")
            ->transform(CLI::Validator(whole_number_option(figures::Threshold::kBounds), ""))
            ->capture_default_str();
        exporting->add_flag_callback(
            "--preview", [this] { export_.preview = Preview::yes; },
            "a package to look at beforehand: nothing is closed, and no tool takes it");
        exporting->add_option("--sealed-for", export_.key_file,
                              "a public key's file: one sealed file, for its owner only");
        add_words(exporting, export_.words);
        auto* looking = add("look", "Writes unmasked figures for whoever runs the kiosk; they must not leave the house",
                            [this] { return look_command(look_); });
        looking->add_option("--data", look_.data, "the kiosk's data folder")->required();
        looking->add_option("--out", look_.out, "where they are written")->required();
        looking->add_option("--k", look_.threshold, "counts of reporting below it are masked")
            ->transform(CLI::Validator(whole_number_option({1, figures::Threshold::kBounds.most}), ""))
            ->capture_default_str();
        add_words(looking, look_.words);
        auto* showing = add("kiosk", "Prints who a kiosk is, as an entry of the office's list of kiosks",
                            [this] { return kiosk_command(data_); });
        showing->add_option("--data", data_, "the kiosk's data folder")->required();
        auto* summing = add("summary", "Prints the figures for a person", [this] { return summary_command(data_); });
        summing->add_option("--data", data_, "the kiosk's data folder")->required();
    }

    void add_keys()
    {
        auto* making = add("make-key", "Makes a pair of keys for sealed packages, as age-keygen does",
                           [this] { return make_key_command(out_); });
        making->add_option("--out", out_, "the secret key's file; the public one stands beside it")->required();
        auto* opening = add("open", "Opens sealed packages, as age -d and tar x do",
                            [this] { return open_command(paths_, key_, out_); });
        opening->add_option("FILES", paths_, "sealed packages, .tar.age")->required();
        opening->add_option("--key", key_, "the secret key's file")->required();
        opening->add_option("--out", out_, "where the packages' folders are made")->required();
    }

    void add_fleet()
    {
        auto* merging = add("merge", "Puts packages of many kiosks together; none counts twice", [this] {
            return merge_command({paths_, out_, key_, bad_});
        });
        merging->add_option("PACKAGES", paths_, "packages, or folders that hold some")->required();
        merging->add_option("--out", out_, "the fleet's file; made, or added to")->required();
        add_list(merging, key_);
        add_bad(merging, bad_);
        auto* forgetting = add("forget", "Takes a kiosk out again, so that its packages can be taken anew",
                               [this] { return forget_command(forget_); });
        forgetting->add_option("SOURCE", forget_.source, "its number, or a package of it")->required();
        forgetting->add_option("--fleet", forget_.fleet, "the fleet's file");
        forgetting->add_option("--url", forget_.url, "of a PostgreSQL: postgresql://user@host/database");
        auto* reporting = add("report", "Writes the workbook of a fleet", [this] { return report_command(report_); });
        reporting->add_option("FLEET", report_.fleet, "the fleet's file")->required();
        reporting->add_option("--out", report_.out, "the workbook, .xlsx")->required();
        reporting->add_option("--title", report_.title, "at its head; else the file's name");
        reporting->add_option("--from", report_.first, "first day that counts, 2026-11-23")->check(is_day_option());
        reporting->add_option("--to", report_.last, "last day that counts")->check(is_day_option());
        reporting->add_option("--fair", report_.fair, "of this fair only, by its name");
        reporting->add_option("--kiosk", report_.kiosk, "of this kiosk only, by its name");
        reporting->add_option("--table", report_.table,
                              "a CSV file besides: every count by day, hour and language, for tables of one's own");
        add_words(reporting, report_.words);
        if (can_load()) add_load();
    }

    static void add_list(CLI::App* command, std::string& list)
    {
        command->add_option("--keys", list,
                            "the office's list of kiosks, a TOML file: what none of them has signed is left out");
    }

    static void add_bad(CLI::App* command, BadPackages& bad)
    {
        command->add_flag_callback(
            "--without-bad", [&bad] { bad = BadPackages::left_out; },
            "takes the others where some packages are bad, and names those; else none is taken");
    }

    void add_load()
    {
        auto* loading = add("load", "Loads packages into PostgreSQL: all or none, and twice changes nothing",
                            [this] { return load_command(load_); });
        loading
            ->add_option("URL", load_.url,
                         "postgresql://user@host/database; a password belongs into ~/.pgpass, not here")
            ->required();
        loading->add_option("PACKAGES", load_.packages, "packages, or folders that hold some")->required();
        add_list(loading, load_.list);
        add_bad(loading, load_.bad);
        loading->add_option("--patience", load_.timeout_seconds, "seconds that the server may make no progress")
            ->transform(CLI::Validator(whole_number_option({1, 86'400}), ""))
            ->capture_default_str();
    }

    CLI::App cli_{"The figures of kiosks: sums, never visitors.", "kiosk-log"};
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
