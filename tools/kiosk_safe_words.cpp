// kiosk-safe-words CONTENT FILE: writes the source of the safe page's words, as the build asks for it. It is no program
// for people, and is not installed. Exit code 1, and no file, where no language has them.
#include "content/read/safe_page.h"
#include "files/files.h"
#include "system/print.h"

int main(int count, char** arguments)
{
    using namespace kiosk;
    if (count != 3) {
        print(Channel::errors, "usage: kiosk-safe-words CONTENT FILE\n");
        return 1;
    }
    auto const read = content::read_content(std::filesystem::path(arguments[1]));
    auto const source = content::safe_words_source(read);
    if (!source) {
        for (auto const& problem : read.problems)
            if (problem.severity == Severity::error) print(Channel::errors, "{}\n", problem.line());
        print(Channel::errors, "{}\n", source.error().line());
        return 1;
    }
    for (auto const& problem : source.value().left_out) print(Channel::errors, "{}\n", problem.line());
    std::filesystem::path const file = arguments[2];
    // What is the same stays, so that nothing is compiled anew.
    if (auto const before = read_file(file); before && before.value() == source.value().code) return 0;
    if (auto const written = write_file_atomically(file, source.value().code); !written) {
        print(Channel::errors, "{}\n", written.error().line());
        return 1;
    }
    return 0;
}
