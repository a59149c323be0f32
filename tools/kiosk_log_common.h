// What the commands of kiosk-log share. Private to tools/.
#pragma once
#include "base/result.h"
#include "content/pack.h"
#include "fleet/incoming/provenance.h"
#include "package/package.h"
#include "tools/kiosk_log_commands.h"

namespace kiosk::tools {

int fail(Error const& error);
void warn(std::string const& line);

// The content, and the language to speak; an error where it has no words for figures.
struct Speaker {
    content::Pack pack;
    content::Language language;
};
Result<Speaker> speaker(WordsChoice const& choice);

// The office's list of kiosks, if a file is named, and the day. All faults of the list are said, and then it is an
// error.
Result<fleet::TakeOptions> take_options(std::string const& list);

// How many bad packages were left out (each was said when it was opened), what else was left out, a line each, what to
// look at, and at the end the new kiosks that nobody has checked. Gives the exit code.
int say_provenance(std::vector<Error> const& left_out, std::vector<std::string> const& remarks,
                   std::vector<fleet::NewKiosk> const& unchecked, std::size_t bad);

// Every package named, or below a folder that is named, verified. Each that is bad is said, with its cause, and all of
// them at once; then it is an Error, unless they are to be left out and a good one is there.
struct OpenedPackages {
    std::vector<package::Package> good;
    std::size_t left_out = 0;
};
Result<OpenedPackages> open_packages(std::vector<std::string> const& paths, BadPackages bad, std::string const& today);

} // namespace kiosk::tools
