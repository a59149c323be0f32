// What the commands of kiosk-log share.
#pragma once
#include "base/result.h"
#include "content/content.h"
#include "fleet/incoming/provenance.h"
#include "package/package.h"
#include "tools/kiosk_log_commands.h"

namespace kiosk::tools {

int fail(Error const& error);
void warn(std::string const& line);

// The content and the language for words of figures; an Error where the content has none.
struct WordSource {
    content::Content content;
    content::Language language;
};
Result<WordSource> load_words(WordsChoice const& choice);

// The office's list of kiosks, if a file is named, and the day. Prints all faults of the list, and returns an Error
// then.
Result<fleet::AcceptOptions> take_options(std::string const& list);

// Prints how many bad packages were left out (each was printed when it was opened), what else was left out, the
// remarks, and the new kiosks whose key is in no list. Returns the exit code.
int print_provenance(std::vector<Error> const& left_out, std::vector<std::string> const& remarks,
                     std::vector<fleet::NewKiosk> const& unchecked, std::size_t bad);

// Opens and verifies each package that is named, or is below a named folder. Prints all bad ones with their causes;
// they are an Error, unless they are to be left out and there is a good one.
struct OpenedPackages {
    std::vector<package::Package> good;
    std::size_t left_out = 0;
};
Result<OpenedPackages> open_packages(std::vector<std::string> const& paths, BadPackages bad, std::string const& today);

} // namespace kiosk::tools
