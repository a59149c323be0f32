// The one way in which this program makes a file. The folder is opened first, and the file is made in what was opened:
// openat2 beneath it, O_EXCL and O_NOFOLLOW. No link is ever followed, so that a name on a stick, or in a folder that
// others write to, leads nowhere else; and what is replaced is only ever the name itself. Owner: whoever writes; closed
// with it. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace kiosk {

// What has the name already. never: it stays, and that is an Error. file: a file gives way; a link, a device or a
// folder is an Error. leftover: for names that are this program's own (".part", ".new"), where a link gives way, too.
enum class Replace { never, file, leftover };

// Links in the place of the folder itself. A folder that a person named may be one; one that this program made is none.
enum class FolderLink { followed, refused };

// An open descriptor, closed with its owner; -1 for none.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();
    int number() const { return number_; }
    bool ok() const { return number_ >= 0; }

private:
    int number_;
};

// Empty, for writing, with the rights 0666 less the umask.
Result<Descriptor> make_file(std::filesystem::path const& path, Replace replace,
                             FolderLink folder = FolderLink::followed);

// All of it; an Error names the path.
Result<> write_all(Descriptor const& file, std::string_view bytes, std::filesystem::path const& path);

// A new file, synced: for keys, of which none is ever written over another.
Result<> write_new_file(std::filesystem::path const& path, std::string_view bytes);

// Names what was made, within its folder, where nothing has the name yet.
Result<> give_name(std::filesystem::path const& from, std::filesystem::path const& to);

// A folder where nothing has the name yet; its parent is there.
Result<> make_new_folder(std::filesystem::path const& path);

} // namespace kiosk
