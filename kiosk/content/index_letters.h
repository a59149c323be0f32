// IndexLetters: under which letter a name is listed in a language, by ICU's alphabetic index (CLDR's index characters).
// An accented letter counts as its base letter unless the language has it as a letter of its own: "Österreich" is under
// O in German and under Ö in Turkish, "Łotwa" under Ł in Polish. Pure. Making one takes 0.3 ms, for some languages 10
// ms.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace kiosk::content {

class IndexLetters {
public:
    explicit IndexLetters(std::string const& language);
    IndexLetters(IndexLetters const&) = delete;
    IndexLetters& operator=(IndexLetters const&) = delete;
    ~IndexLetters();

    // A capital, or several that the language treats as one letter: "CH" in Czech. For a name in another script, its
    // own first letter without accents. "?" for "".
    std::string letter(std::string_view name) const;

private:
    struct Index;
    std::unique_ptr<Index> index_; // null where ICU has none for the language
};

} // namespace kiosk::content
