// The commands of kiosk-log, one function each: what they print is for people, what they return is the exit code.
// Private to tools/.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::tools {

// Exit codes. Left out: done, but for packages whose maker is not who he should be, or bad ones that were to be left
// out.
constexpr int kDone = 0;
constexpr int kFault = 1;
constexpr int kLeftOut = 2;

// How figures are put into words.
struct WordsChoice {
    std::string content;  // folder of the content
    std::string language; // "" for the content's first
};

enum class Preview { no, yes };

struct ExportChoice {
    std::string data, out;
    std::int64_t threshold = 10; // never below it
    Preview preview = Preview::no;
    std::string key_file; // a public key: one sealed file; "" for an open folder
    WordsChoice words;
};

int export_command(ExportChoice const& choice);

// A look in the house: what is not closed yet, unmasked. It writes nothing into the store.
struct LookChoice {
    std::string data, out;
    std::int64_t threshold = 1;
    WordsChoice words;
};
int look_command(LookChoice const& choice);
int kiosk_command(std::string const& data);
int summary_command(std::string const& data);
int make_key_command(std::string const& file);
int open_command(std::vector<std::string> const& files, std::string const& key_file, std::string const& out);

// What is done with all packages where one of them is damaged, sealed, or holds what no kiosk has counted.
enum class BadPackages { none_is_taken, left_out };

struct MergeChoice {
    std::vector<std::string> packages; // each a package's folder, or a folder that holds some
    std::string out;                   // the fleet's file
    std::string list;                  // of the office's kiosks; "" for none
    BadPackages bad = BadPackages::none_is_taken;
};
int merge_command(MergeChoice const& choice);

struct ForgetChoice {
    std::string source;     // a kiosk's number, or the folder of a package of it
    std::string fleet, url; // where; one at least
};
int forget_command(ForgetChoice const& choice);

struct FleetReportChoice {
    std::string fleet, out, title;
    std::string first, last, fair, kiosk; // what is wanted; "" for all
    std::string table;                    // a CSV file besides, of every count; "" for none
    WordsChoice words;
};
int report_command(FleetReportChoice const& choice);

struct LoadChoice {
    std::string url; // postgresql://user@host/database
    std::vector<std::string> packages;
    std::string list;                   // of the office's kiosks; "" for none
    std::int64_t patience_seconds = 60; // with a server that makes no progress
    BadPackages bad = BadPackages::none_is_taken;
};
// Whether this program was built with PostgreSQL (KIOSK_POSTGRES); without it the command is not there.
bool can_load();
int load_command(LoadChoice const& choice);
// As fleet::forget does; a fault of a program that was built without PostgreSQL.
Result<bool> forget_in_database(std::string const& machine, std::string const& url);

} // namespace kiosk::tools
