// Pictures on their worker: what it throws is a picture that is missing and a line in the journal, never the end.
#include "support/kiosk.h"
#include "support/temporary_folder.h"
#include "ui/pictures/image_decode.h"
#include "ui/pictures/pictures.h"

#include <doctest/doctest.h>
#include <new>

using namespace kiosk;
using namespace test;

namespace {

struct PictureFolder {
    PictureFolder()
    {
        ui::Image const image{2, 2, std::vector<std::uint8_t>(16, 200)};
        for (auto const* name : {"well", "memory", "disk", "other"})
            REQUIRE(ui::write_png((folder / (std::string(name) + ".png")).string(), image).ok());
    }
    // Decodes what is well, and throws by name.
    ui::UntrustedPictures throwing() const
    {
        return {folder.path(), [](std::string_view bytes, std::string const& name) -> Result<ui::Image> {
                    if (name.find("memory.png") != std::string::npos) throw std::bad_alloc();
                    if (name.find("disk.png") != std::string::npos)
                        throw std::filesystem::filesystem_error("cannot read", name,
                                                                std::make_error_code(std::errc::io_error));
                    if (name.find("other.png") != std::string::npos) throw "words";
                    return ui::decode_picture(bytes, name);
                }};
    }

    TemporaryFolder folder;
};

} // namespace

TEST_CASE_FIXTURE(PictureFolder, "a picture whose decoding throws is missing, said once, and the others are shown")
{
    for (auto const decode : {Execution::on_worker, Execution::at_once}) {
        Journal const journal;
        ui::NoTextures textures;
        ui::Pictures pictures({folder.path()}, textures, decode, {}, throwing());
        for (auto const* name : {"memory", "disk", "other", "well"}) (void)pictures.get(name, 2, 2, {});
        while (pictures.waiting()) pictures.tick();
        for (auto const* name : {"memory", "disk", "other"}) CHECK(pictures.get(name, 2, 2, {}).texture == 0);
        CHECK(pictures.get("well", 2, 2, {}).texture != 0);
        CHECK_FALSE(pictures.waiting()); // nothing is asked for again
        CHECK(journal.says("memory: there is not enough memory"));
        CHECK(journal.says("disk: filesystem error: cannot read"));
        CHECK(journal.says("other: has failed"));
    }
}

TEST_CASE_FIXTURE(PictureFolder,
                  "a picture that a frame was drawn without fades in, and one that was prepared is there at once")
{
    using namespace std::chrono_literals;
    ui::NoTextures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::on_worker, {});
    Instant const now{1s};
    CHECK(pictures.get("well", 2, 2, now).texture == 0);
    pictures.prepare("well", 4, 4);
    while (pictures.waiting()) pictures.tick();
    auto const late = pictures.get("well", 2, 2, now + 50ms);
    CHECK(late.texture != 0);
    CHECK(late.opacity == 0);
    auto const half = pictures.get("well", 2, 2, now + 50ms + ui::kPictureFade / 2);
    CHECK(half.opacity > 0.4F);
    CHECK(half.opacity < 0.6F);
    CHECK(pictures.get("well", 2, 2, now + 50ms + ui::kPictureFade).opacity == 1);
    CHECK(pictures.get("well", 2, 2, now + 60ms).opacity == 1); // and stays
    CHECK(pictures.get("well", 4, 4, now).texture != 0);
    CHECK(pictures.get("well", 4, 4, now).opacity == 1);
}

TEST_CASE_FIXTURE(PictureFolder, "an icon is there in the frame that asks for it")
{
    ui::Image const image{2, 2, std::vector<std::uint8_t>(16, 200)};
    REQUIRE(ui::write_png((folder / "icon-check.png").string(), image).ok());
    ui::NoTextures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::on_worker, {});
    CHECK(pictures.get("icon-check", 2, 2, {}).texture != 0);
    CHECK_FALSE(pictures.waiting());
}

TEST_CASE_FIXTURE(PictureFolder, "pictures that are gone before they were decoded are not waited for")
{
    ui::NoTextures textures;
    for (int round = 0; round < 20; ++round) {
        ui::Pictures pictures({folder.path()}, textures, Execution::on_worker, {});
        for (int size = 1; size < 50; ++size) (void)pictures.get("well", size, size, {});
        pictures.tick();
        CHECK(pictures.waiting());
    }
}
