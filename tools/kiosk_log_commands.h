// The commands of kiosk-log, one function each. They print for people and return the exit code.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::tools {

// Exit codes. kLeftOut: done, except for packages that were not accepted, or bad ones with --without-bad.
constexpr int kDone = 0;
constexpr int kFault = 1;
constexpr int kLeftOut = 2;

// Where the words for figures come from.
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

// Unmasked figures of what is not closed yet, for internal use. Writes nothing into the store.
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

// What happens where a package is damaged, sealed, or holds what no kiosk has counted: no package is accepted, or all
// but the bad ones.
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
    std::string list;                  // of the office's kiosks; "" for none
    std::int64_t timeout_seconds = 60; // with a server that makes no progress
    BadPackages bad = BadPackages::none_is_taken;
};
// Whether this program was built with PostgreSQL (KIOSK_POSTGRES); else the command does not exist.
bool can_load();
int load_command(LoadChoice const& choice);
// Calls fleet::forget(); an Error where this program was built without PostgreSQL.
Result<bool> forget_in_database(std::string const& machine, std::string const& url);

} // namespace kiosk::tools
